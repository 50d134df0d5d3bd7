/** What the window says of safe mode, faults and updates, in Chinese. */
export const trust = {
  "command.safeMode": "安全模式，或退出",
  "safe.title": "安全模式",
  "safe.text": "Lectern 正以简单设置和自带语音运行。它不会自行查找新闻，也不会同步任何内容。您的设置保持原样；现在更改的内容不会保留。",
  "safe.crashes": "Lectern 启动时停止了两次。",
  "safe.leave": "退出安全模式",
  "safe.restarting": "Lectern 正在重新启动。",
} as const;
