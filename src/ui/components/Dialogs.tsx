import { useEffect, useState } from "react";
import { LEAVES } from "../page/focus.ts";
import type { Dialog } from "../state.ts";
import { AuditDialog } from "./AuditDialog.tsx";
import { BookmarksDialog } from "./BookmarksDialog.tsx";
import { BreakingDialog } from "./BreakingDialog.tsx";
import { isReaderServed, LeavingContext, useWindowState } from "./context.ts";
import { DiagnosticsDialog } from "./DiagnosticsDialog.tsx";
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
import { UpdateDialog } from "./UpdateDialog.tsx";
import { VoicesDialog } from "./VoicesDialog.tsx";

/**
 * The dialog that is open, if any: one at a time. For a screen reader a closed one is there a moment longer, unseen: Orca 43 looks at where it
 * was when it hears of the focus, some hundred milliseconds later, and says nothing of a move from what is gone by then, nor leaves its focus
 * mode (heard, and read in its log).
 */
export function Dialogs() {
  const dialog = useWindowState((state) => state.dialog);
  const lingers = useWindowState(isReaderServed);
  const [left, setLeft] = useState<Left>({ dialog: null, opened: 0 });
  if (dialog !== null && dialog !== left.dialog)
    setLeft({ dialog, opened: left.dialog?.kind === dialog.kind && !left.over ? left.opened : left.opened + 1 });
  if (dialog === null && left.dialog !== null && !left.over) setLeft({ ...left, over: true });
  useEffect(() => {
    if (!left.over) return;
    const timer = setTimeout(() => setLeft(({ opened }) => ({ dialog: null, opened })), lingers ? LEAVES : 0);
    return () => clearTimeout(timer);
  }, [left, lingers]);
  const shown = dialog ?? (lingers ? left.dialog : null);
  return (
    <LeavingContext value={dialog === null} key={left.opened}>
      {shown ? <OneDialog dialog={shown} /> : null}
    </LeavingContext>
  );
}

interface Left {
  /** What is or was open last. */
  readonly dialog: Dialog | null;
  /** How many were opened so far: each begins anew. */
  readonly opened: number;
  /** Whether it is closed. */
  readonly over?: boolean;
}

function OneDialog({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
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
      return <HelpArticlesDialog titles={dialog.titles} />;
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
    case "diagnostics":
      return <DiagnosticsDialog />;
    case "update":
      return <UpdateDialog />;
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
