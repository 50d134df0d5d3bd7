import type { SaidLanguage } from "../model/index.ts";
import { interfaceLanguage } from "./interface.ts";

/** What a key is called on the keyboards and in the screen readers of a language. */
const ENGLISH = {
  Control: "Ctrl",
  Command: "Cmd",
  Alt: "Alt",
  Option: "Option",
  Shift: "Shift",
  PageUp: "Page Up",
  PageDown: "Page Down",
  Home: "Home",
  End: "End",
  Insert: "Insert",
  Delete: "Delete",
  Backspace: "Backspace",
  Enter: "Enter",
  Escape: "Esc",
  Tab: "Tab",
  Space: "Space",
  MediaPlayPause: "Play key",
  MediaStop: "Stop key",
  BrowserBack: "Back key",
  BrowserForward: "Forward key",
} as const;

/** A key whose name depends on the language. */
export type NamedKey = keyof typeof ENGLISH;

/** The names that differ from those on an English keyboard. */
const NAMES: { readonly [L in SaidLanguage]?: Readonly<Partial<Record<NamedKey, string>>> } = {
  ar: {
    Space: "المسافة",
    MediaPlayPause: "مفتاح التشغيل",
    MediaStop: "مفتاح الإيقاف",
    BrowserBack: "مفتاح الرجوع",
    BrowserForward: "مفتاح التقدم",
  },
  de: {
    Control: "Strg",
    Command: "Befehl",
    Option: "Wahl",
    Shift: "Umschalt",
    PageUp: "Bild auf",
    PageDown: "Bild ab",
    Home: "Pos1",
    End: "Ende",
    Insert: "Einfg",
    Delete: "Entf",
    Backspace: "Rücktaste",
    Enter: "Eingabe",
    Space: "Leertaste",
    MediaPlayPause: "Wiedergabetaste",
    MediaStop: "Stopptaste",
    BrowserBack: "Zurück-Taste",
    BrowserForward: "Vorwärts-Taste",
  },
  es: {
    Command: "Comando",
    Option: "Opción",
    Shift: "Mayús",
    PageUp: "Re Pág",
    PageDown: "Av Pág",
    Home: "Inicio",
    End: "Fin",
    Delete: "Supr",
    Backspace: "Retroceso",
    Enter: "Intro",
    Space: "Espacio",
    MediaPlayPause: "Tecla de reproducción",
    MediaStop: "Tecla de parada",
    BrowserBack: "Tecla atrás",
    BrowserForward: "Tecla adelante",
  },
  fa: { Space: "فاصله", MediaPlayPause: "کلید پخش", MediaStop: "کلید توقف", BrowserBack: "کلید بازگشت", BrowserForward: "کلید جلو" },
  fr: {
    Shift: "Maj",
    PageUp: "Page préc.",
    PageDown: "Page suiv.",
    Home: "Début",
    End: "Fin",
    Insert: "Inser",
    Delete: "Suppr",
    Backspace: "Retour arrière",
    Enter: "Entrée",
    Escape: "Échap",
    Space: "Espace",
    MediaPlayPause: "Touche lecture",
    MediaStop: "Touche arrêt",
    BrowserBack: "Touche précédent",
    BrowserForward: "Touche suivant",
  },
  hi: { Space: "स्पेस", MediaPlayPause: "प्ले कुंजी", MediaStop: "स्टॉप कुंजी", BrowserBack: "पीछे कुंजी", BrowserForward: "आगे कुंजी" },
  pt: {
    Command: "Command",
    Space: "Espaço",
    MediaPlayPause: "Tecla de reprodução",
    MediaStop: "Tecla de parada",
    BrowserBack: "Tecla voltar",
    BrowserForward: "Tecla avançar",
  },
  ru: {
    Space: "Пробел",
    MediaPlayPause: "Клавиша воспроизведения",
    MediaStop: "Клавиша остановки",
    BrowserBack: "Клавиша «Назад»",
    BrowserForward: "Клавиша «Вперёд»",
  },
  tr: {
    Command: "Komut",
    Space: "Boşluk",
    MediaPlayPause: "Oynat tuşu",
    MediaStop: "Durdur tuşu",
    BrowserBack: "Geri tuşu",
    BrowserForward: "İleri tuşu",
  },
  uk: {
    Space: "Пробіл",
    MediaPlayPause: "Клавіша відтворення",
    MediaStop: "Клавіша зупинки",
    BrowserBack: "Клавіша «Назад»",
    BrowserForward: "Клавіша «Вперед»",
  },
  zh: { Command: "Command", Space: "空格", MediaPlayPause: "播放键", MediaStop: "停止键", BrowserBack: "后退键", BrowserForward: "前进键" },
};

const isNamed = (key: string): key is NamedKey => Object.hasOwn(ENGLISH, key);

/** What a key is called in a language; null where it has no name but its sign. `key`: as `KeyboardEvent` has it. */
export const keyNameIn = (key: string, lang: SaidLanguage): string | null => (isNamed(key) ? (NAMES[lang]?.[key] ?? ENGLISH[key]) : null);

/** What a key is called in the language of the interface; null where it has no name but its sign. */
export const keyName = (key: string): string | null => keyNameIn(key, interfaceLanguage());
