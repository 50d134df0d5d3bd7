import { AuditDialog } from "./AuditDialog.tsx";
import { BookmarksDialog } from "./BookmarksDialog.tsx";
import { BreakingDialog } from "./BreakingDialog.tsx";
import { useWindowState } from "./context.ts";
import { EditionsDialog } from "./EditionsDialog.tsx";
import { ElementsDialog } from "./ElementsDialog.tsx";
import { FaultsDialog } from "./FaultsDialog.tsx";
import { FeedDialog } from "./FeedDialog.tsx";
import { FindDialog } from "./FindDialog.tsx";
import { FixDialog } from "./FixDialog.tsx";
import { GiveDialog } from "./GiveDialog.tsx";
import { HelpArticlesDialog } from "./HelpArticlesDialog.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { LexiconDialog } from "./LexiconDialog.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { ListSettingsDialog } from "./ListSettingsDialog.tsx";
import { OpenDialog } from "./OpenDialog.tsx";
import { PaletteDialog } from "./PaletteDialog.tsx";
import { PasteDialog } from "./PasteDialog.tsx";
import { PhotoDialog } from "./PhotoDialog.tsx";
import { RowDialog } from "./RowDialog.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import { StarterDialog } from "./StarterDialog.tsx";
import { SubscribeDialog } from "./SubscribeDialog.tsx";
import { TakeAlongDialog } from "./TakeAlongDialog.tsx";
import { TakeSettingsDialog } from "./TakeSettingsDialog.tsx";
import { VoicesDialog } from "./VoicesDialog.tsx";

/** The dialog that is open, if any: one at a time. */
export function Dialogs() {
  const dialog = useWindowState((state) => state.dialog);
  switch (dialog?.kind) {
    case "open":
      return <OpenDialog />;
    case "paste":
      return <PasteDialog copied={dialog.copied} />;
    case "elements":
      return <ElementsDialog />;
    case "settings":
      return <SettingsDialog />;
    case "take-settings":
      return <TakeSettingsDialog offered={dialog.offered} />;
    case "audit":
      return <AuditDialog />;
    case "leave":
      return <LeaveDialog block={dialog.block} />;
    case "help-articles":
      return <HelpArticlesDialog />;
    case "help":
      return <HelpDialog />;
    case "bookmarks":
      return <BookmarksDialog first={dialog.bookmark} />;
    case "find":
      return <FindDialog />;
    case "photo":
      return <PhotoDialog block={dialog.block} />;
    case "palette":
      return <PaletteDialog />;
    case "keys":
      return <KeysDialog />;
    case "lexicon":
      return <LexiconDialog />;
    case "give":
      return <GiveDialog />;
    case "take-along":
      return <TakeAlongDialog />;
    case "editions":
      return <EditionsDialog />;
    case "subscribe":
      return <SubscribeDialog given={dialog.address} />;
    case "starter-feeds":
      return <StarterDialog />;
    case "feed":
      return <FeedDialog id={dialog.feed} />;
    case "row":
      return <RowDialog />;
    case "list-settings":
      return <ListSettingsDialog />;
    case "voices":
      return <VoicesDialog />;
    case "breaking":
      return <BreakingDialog />;
    case "faults":
      return <FaultsDialog />;
    case "fix":
      return <FixDialog {...dialog} />;
    case "link":
      return <LinkDialog address={dialog.address} text={dialog.text} />;
    default:
      return null;
  }
}
