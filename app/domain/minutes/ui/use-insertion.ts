/**
 * Types for somebody: the field keeps its history, so that Ctrl+Z takes it back, and tells its listeners as it does when
 * a key is pressed. Browsers have no other way into that history than this old command.
 */
export function insertText(field: HTMLTextAreaElement, text: string, start: number, end = start) {
  field.focus();
  field.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
