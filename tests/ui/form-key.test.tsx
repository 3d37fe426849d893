// @vitest-environment jsdom
import { expect, test } from "vitest";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form-pieces";
import { open } from "./open";

test("forms of one page have a key each, by what they carry; the one that was refused keeps its own", () => {
  const keyIn = (formKey: string, hidden?: Record<string, string>) =>
    open(
      <PostForm formKey={formKey} hidden={hidden}>
        <Button>Wyślij</Button>
      </PostForm>,
    )
      .get("input[name=_key]")
      .getAttribute("value") ?? "";
  const fresh = "0b1f8a52-6a4e-4d7e-9a0a-3f9b8d2c1e00";
  expect(keyIn(fresh)).toBe(fresh);
  const [send, remind, other] = [{ do: "send" }, { do: "remind" }, { do: "send", id: "2" }].map((hidden) =>
    keyIn(fresh, hidden as Record<string, string>),
  );
  expect(new Set([fresh, send, remind, other]).size).toBe(4);
  expect(keyIn(send ?? "", { do: "send" })).toBe(send);
  expect(keyIn(send ?? "", { do: "remind" })).toBe(remind);
  expect(send).toMatch(/^[\w-]{8,64}$/);
});
