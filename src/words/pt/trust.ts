/** What the window says of safe mode, faults and updates, in Portuguese. */
export const trust = {
  "command.safeMode": "Modo seguro, ou sair dele",
  "safe.title": "Modo seguro",
  "safe.text":
    "O Lectern funciona com definições simples e a sua própria voz. Não procura notícias nem sincroniza nada sozinho. As suas definições ficam como estavam; o que mudar agora é esquecido.",
  "safe.crashes": "O Lectern parou duas vezes ao iniciar.",
  "safe.leave": "Sair do modo seguro",
  "safe.restarting": "O Lectern reinicia.",
} as const;
