import { expect, test } from "vitest";
import { readFieldsAndFiles } from "~/platform/forms.server";

const request = (body: BodyInit, headers = {}) => new Request("http://app.test/x", { method: "POST", body, headers });
function aForm(files: [string, Uint8Array<ArrayBuffer>][]) {
  const form = new FormData();
  form.append("text", "Zażółć\0 gęślą");
  for (const [name, bytes] of files) form.append("evidence", new File([bytes], name));
  form.append("_version", "3");
  return form;
}

test("fields before and behind the files, and each file whole", async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256);
  const read = await readFieldsAndFiles(request(aForm([["zdjęcie.jpg", bytes]])), "evidence", 400_000);
  expect(read).toMatchObject({ fields: { text: "Zażółć gęślą" }, version: 3 });
  expect(read.files).toHaveLength(1);
  expect(read.files[0]?.name).toBe("zdjęcie.jpg");
  expect(Buffer.from(read.files[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
});

test("what is too long, and one of too many, is counted but not held; the fields stay", async () => {
  const [small, large] = [new Uint8Array(10), new Uint8Array(50_000_000)];
  const one = await readFieldsAndFiles(request(aForm([["a", large]])), "evidence", 1_000_000);
  expect([one.files, one.fields.text]).toEqual([[{ name: "a", bytes: undefined }], "Zażółć gęślą"]);
  const many = Array.from({ length: 9 }, (_, i): [string, Uint8Array<ArrayBuffer>] => [`f${i}`, small]);
  const { files } = await readFieldsAndFiles(request(aForm(many)), "evidence", 100);
  expect(files.map(({ bytes }) => bytes?.length)).toEqual([...Array(6).fill(10), ...Array(3).fill(undefined)]);
});

test("an empty file field is no file; a form without files is a form", async () => {
  const none = await readFieldsAndFiles(request(aForm([["", new Uint8Array(0)]])), "evidence", 100);
  expect(none.files).toEqual([]);
  const plain = await readFieldsAndFiles(request(new URLSearchParams({ text: "x" })), "evidence", 100);
  expect(plain).toMatchObject({ fields: { text: "x" }, files: [] });
});

test.each([
  [
    "a part that breaks off",
    '--y\r\nContent-Disposition: form-data; name="evidence"; filename="a"\r\n\r\nabc',
    "multipart/form-data; boundary=y",
  ],
  ["no boundary", "--x", "multipart/form-data"],
  [
    "more text than any form has room for",
    `--y\r\nContent-Disposition: form-data; name="a"\r\n\r\n${"x".repeat(3_200_000)}\r\n--y--`,
    "multipart/form-data; boundary=y",
  ],
])("%s is answered 400", async (_, body, type) => {
  const reading = readFieldsAndFiles(request(body, { "Content-Type": type }), "evidence", 100);
  await expect(reading).rejects.toMatchObject({ status: 400 });
});
