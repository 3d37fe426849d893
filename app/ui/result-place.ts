/**
 * Where the answer to a form stands: the error summary, or the note that says it worked. Public forms are sent to
 * `…#wynik`, and the browser then moves the focus there without any JavaScript; a redirect keeps the fragment.
 */
const RESULT_ID = "wynik";

export const resultPlace = { id: RESULT_ID, tabIndex: -1 } as const;

export const toResult = (action = "") => (action.includes("#") ? action : `${action}#${RESULT_ID}`);
