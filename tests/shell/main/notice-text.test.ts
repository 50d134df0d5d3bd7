import { expect, it } from "vitest";
import { noticeText } from "../../../src/shell/main/notice-text.ts";

it("shows a stranger's title as text, where systems take notices for markup", () => {
  const title = 'Ferry & sons <img src="https://away.example/x.png"/> <a href="file:///etc/passwd">open</a>';
  expect(noticeText(title, "linux")).toBe('Ferry & sons ‹img src="https://away.example/x.png"/› ‹a href="file:///etc/passwd"›open‹/a›');
  expect(noticeText(title, "win32")).toBe(title);
});
