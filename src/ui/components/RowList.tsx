import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { NewsListing } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { groupAt } from "../lists/list-groups.ts";
import { type RowWindow, rowAt, rowUnit, WINDOW_ROWS, windowAround, windowFor } from "../lists/row-window.ts";
import { useController, useWindowState } from "./context.ts";
import { useLibrary } from "./library-context.ts";
import { Row } from "./Row.tsx";
import { useNow } from "./use-now.ts";

/** Rows that Page Up and Page Down go over: the same at every size, so that ten presses are a hundred rows. */
const PAGE = 10;
/** How high a row is before one was seen, CSS pixels (guess). */
const FIRST_HEIGHT = 88;

/** The row that an element is in, counted from the list's start; null: none. */
function indexOf(element: Element | null | undefined): number | null {
  const row = element?.closest("[data-index]");
  return row ? Number(row.getAttribute("data-index")) : null;
}

/** The rows of a list: all of them can be reached at once, and those around where the listener is are in the page. */
export function RowList({ listing }: { readonly listing: NewsListing }) {
  const { library, run } = useController();
  const { lists } = library;
  const rows = useLibrary((state) => state.rows);
  const current = useLibrary((state) => state.current);
  const wanted = useLibrary((state) => state.wanted);
  const list = useLibrary((state) => state.chosen.list);
  const shown = useWindowState((state) => state.view === "library");
  const now = useNow();
  const count = listing.items.length;
  const [span, setSpan] = useState<RowWindow>(() => windowAround(current, count));
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const unit = rowUnit(height, count, devicePixelRatio || 1);
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLUListElement>(null);
  /** A row, and where it stood before the window moved: there it stands afterwards. */
  const anchor = useRef<{ readonly index: number; readonly top: number } | null>(null);
  const focused = useRef(0);
  /** The first row that was seen last. */
  const top = useRef(0);

  const elementOf = (index: number): HTMLElement | null => body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  /** The rows that can be seen, first and last; null: none of them. */
  const seen = (): readonly [number, number] | null => {
    const items = [...(body.current?.querySelectorAll(":scope > :not([data-aside])") ?? [])];
    const first = items.findIndex((one) => one.getBoundingClientRect().bottom > 0);
    if (first < 0 || (items[first]?.getBoundingClientRect().top ?? 0) > innerHeight) return null;
    const after = items.findIndex((one, index) => index > first && one.getBoundingClientRect().top > innerHeight);
    return [span.start + first, span.start + (after < 0 ? items.length : after) - 1];
  };
  const moveTo = (next: RowWindow, keep: number | null): void => {
    if (next.start === span.start && next.end === span.end) return;
    const before = keep === null ? undefined : elementOf(keep)?.getBoundingClientRect().top;
    anchor.current = keep === null || before === undefined ? null : { index: keep, top: before };
    setSpan(next);
  };
  const settle = (): void => {
    if (!shown || !frame.current || !body.current || count === 0) return;
    const visible = seen();
    if (visible) {
      top.current = visible[0];
      moveTo(windowFor(visible[0], visible[1], span, count), visible[0]);
      return;
    }
    const outer = frame.current.getBoundingClientRect();
    if (outer.top > innerHeight || outer.bottom < 0) return;
    const index = rowAt(Math.max(0, -outer.top), span, body.current.offsetHeight, unit, count);
    anchor.current = { index, top: 0 };
    setSpan(windowAround(index, count));
  };

  useLayoutEffect(() => {
    const kept = anchor.current;
    anchor.current = null;
    lists.need(span.start, span.end);
    const after = kept ? elementOf(kept.index)?.getBoundingClientRect().top : undefined;
    if (kept && after !== undefined && Math.abs(after - kept.top) > 1) scrollBy({ top: after - kept.top, behavior: "instant" });
    const size = span.end - span.start;
    const measured = size > 0 ? (body.current?.offsetHeight ?? 0) / size : 0;
    if (measured > 0 && Math.abs(measured - height) > height / 10) {
      // What stands for other rows grows or shrinks: what is seen stays where it is.
      const visible = seen();
      const place = visible ? elementOf(visible[0])?.getBoundingClientRect().top : undefined;
      if (visible && place !== undefined) anchor.current = { index: visible[0], top: place };
      setHeight(measured);
    }
  });
  useLayoutEffect(() => {
    if (!wanted || wanted.turn === focused.current) return;
    const { index, turn } = wanted;
    const target = elementOf(index)?.querySelector<HTMLElement>("[data-row]");
    const next = windowFor(index, index, span, count);
    if (target) {
      focused.current = turn;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest" });
      if (next !== span) moveTo(next, index);
    } else moveTo(windowAround(index, count), null);
  });
  const restore = (): void => {
    const to = top.current;
    if (!shown || to === 0 || count === 0) return;
    const element = elementOf(to);
    if (element) scrollBy({ top: element.getBoundingClientRect().top, behavior: "instant" });
    else {
      anchor.current = { index: to, top: 0 };
      setSpan(windowAround(to, count));
    }
  };
  const restored = useRef(restore);
  restored.current = restore;
  const settled = useRef(settle);
  settled.current = settle;
  useEffect(() => {
    let frameId = 0;
    const soon = (): void => {
      cancelAnimationFrame(frameId);
      frameId = requestAnimationFrame(() => settled.current());
    };
    // A screen reader that walks through the page moves the caret, and scrolls only where it must.
    const walked = (): void => {
      const { anchorNode } = getSelection() ?? {};
      const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
      const index = body.current?.contains(element ?? null) ? indexOf(element) : null;
      if (index === null) return;
      const next = windowFor(index, index, spanNow.current, countNow.current);
      moveNow.current(next, index);
    };
    addEventListener("scroll", soon, { passive: true });
    // Larger letters make rows higher: the row that was at the top is there again.
    const resized = (): void => {
      cancelAnimationFrame(frameId);
      frameId = requestAnimationFrame(() => restored.current());
    };
    addEventListener("resize", resized);
    document.addEventListener("selectionchange", walked);
    return () => {
      cancelAnimationFrame(frameId);
      removeEventListener("scroll", soon);
      removeEventListener("resize", resized);
      document.removeEventListener("selectionchange", walked);
    };
  }, []);
  const spanNow = useRef(span);
  spanNow.current = span;
  const countNow = useRef(count);
  countNow.current = count;
  const moveNow = useRef(moveTo);
  moveNow.current = moveTo;

  const keyed = (event: KeyboardEvent<HTMLElement>): void => {
    const from = event.target instanceof HTMLElement && event.target.matches("[data-row]") ? indexOf(event.target) : null;
    if (from === null || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + PAGE,
      PageUp: from - PAGE,
      Home: 0,
      End: count - 1,
    };
    const target = event.shiftKey ? undefined : to[event.key];
    if (target !== undefined) {
      event.preventDefault();
      void lists.go(target);
    } else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      run("rowActions");
    } else if (event.key === "Delete" && list === "queue" && !event.shiftKey) {
      event.preventDefault();
      run("queueEnd");
    } else if (event.key.length <= 2 && lists.type(event.key)) event.preventDefault();
  };
  const asked = (event: MouseEvent<HTMLElement>): void => {
    const index = event.target instanceof Element ? indexOf(event.target) : null;
    if (index === null) return;
    event.preventDefault();
    lists.setCurrent(index);
    run("rowActions");
  };

  const inside = Array.from({ length: Math.max(0, span.end - span.start) }, (_, offset) => span.start + offset);
  const indexes = current < span.start ? [current, ...inside] : current >= span.end ? [...inside, current] : inside;
  return (
    <div ref={frame} className="rows" data-rows="">
      <div style={{ blockSize: span.start * unit }}>
        {span.start > 0 ? (
          <button
            type="button"
            className="for-screen-readers"
            tabIndex={-1}
            onClick={() => void lists.go(Math.max(0, span.start - WINDOW_ROWS / 2))}
          >
            {words("library.before", { count: span.start })}
          </button>
        ) : null}
      </div>
      <ul ref={body} aria-label={words("library.rows")} onKeyDown={keyed} onContextMenu={asked}>
        {indexes.map((index) => {
          const id = listing.items[index];
          const group = groupAt(listing.groups, index);
          const isBefore = index < span.start;
          const isAside = isBefore || index >= span.end;
          return id === undefined ? null : (
            <Row
              key={id}
              item={rows.get(id) ?? null}
              index={index}
              count={count}
              group={group && (group.start === index || index === span.start || isAside) ? group : null}
              grouped={listing.grouped}
              list={list}
              isCurrent={index === current}
              asideEdge={isAside ? (isBefore ? "top" : "bottom") : null}
              asideDistance={isAside ? (isBefore ? index : count - 1 - index) * unit : 0}
              now={now}
            />
          );
        })}
      </ul>
      <div style={{ blockSize: (count - span.end) * unit }}>
        {span.end < count ? (
          <button
            type="button"
            className="for-screen-readers"
            tabIndex={-1}
            onClick={() => void lists.go(Math.min(count - 1, span.end + WINDOW_ROWS / 2))}
          >
            {words("library.after", { count: count - span.end })}
          </button>
        ) : null}
      </div>
    </div>
  );
}
