/** What the window's frame says: menus and the system's own dialogs. */
export const desktop = {
  "edit.undo": "Undo",
  "edit.redo": "Redo",
  "edit.cut": "Cut",
  "edit.copy": "Copy",
  "edit.paste": "Paste",
  "edit.selectAll": "Select all",
  "menu.developer": "Developer",
  "developer.tools": "Developer tools",
  "choose.title": "Choose an article",
  "choose.articles": "Articles",
  "choose.all": "All files",
  "host.lost": "The part of Lectern that reads stopped several times. It is started again in a moment.",
  "desktop.unwritable": "Lectern can't keep anything in {folder}. Make room on the disk or allow writing there, then start it again.",
} as const;
