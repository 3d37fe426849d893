/** What people have typed into a name or a topic, and what no paper may break on. */
export const HOSTILE_WORDS = {
  "300 letters in words": "Bardzo długa nazwa ".repeat(16).trim(),
  "300 letters without a blank": "Żółć".repeat(75),
  emoji: "👩‍👩‍👧‍👦🚔 ".repeat(20),
  "right to left": `${"שלום ".repeat(10)}\u202e`,
  "controls and marks": `a\u0000\u0007\u001b[31m${"e\u0301\u0302\u0303\u0304".repeat(40)}`,
  markup: `<script>alert(1)</script> =HYPERLINK("http://x") javascript:alert(1)`,
  nothing: "",
};
