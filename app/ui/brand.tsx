import { messages } from "./messages.pl";

export function Brand({ href = "/" }: { href?: string }) {
  return (
    <a className="brand" href={href}>
      <svg
        viewBox="0 0 86 22"
        role="img"
        aria-label={messages.brand}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={LETTERS} />
        <circle cx="38" cy="13.5" r="5" />
        <circle cx="50.5" cy="13.5" r="5" />
        <circle cx="74.5" cy="13.5" r="5" />
        <circle className="brand__dot" cx="84" cy="18" r="1.9" fill="currentColor" stroke="none" />
      </svg>
    </a>
  );
}

/** A hall seen from above, in which one seat speaks. Dots are points of one line with round ends: one element, not 75. */
export function HeroArt() {
  return (
    <svg className="hero__art" viewBox="0 0 540 290" aria-hidden="true" fill="currentColor">
      <path d={SEATS} fill="none" stroke="currentColor" strokeWidth="18" strokeLinecap="round" />
      <circle cx="170" cy="132" r="13" fill="var(--accent)" />
      <rect x="225" y="258" width="90" height="14" rx="7" />
    </svg>
  );
}

const LETTERS =
  "M2.5 3v15.5h3.2a7.75 7.75 0 0 0 0-15.5zM17.5 13.5h10a5 5 0 1 0-1.6 3.7M33 2v16.5M55.5 8.5v10M62 4.5v11.5a2.5 2.5 0 0 0 2.5 2.5h1M59 8.5h6.5M79.5 8.5v10";

const SEATS = [
  "M181 254h0M192 225h0M212 201h0M239 185h0M270 180h0M301 185h0M328 201h0M348 225h0M359 254h0",
  "M141 253h0M150 220h0M167 191h0M191 167h0M220 150h0M253 141h0M287 141h0M320 150h0M349 167h0",
  "M373 191h0M390 220h0M399 253h0M101 252h0M108 217h0M123 185h0M144 156h0M201 115h0M235 104h0",
  "M270 100h0M305 104h0M339 115h0M370 132h0M396 156h0M417 185h0M432 217h0M439 252h0M61 252h0",
  "M67 216h0M80 181h0M98 150h0M122 122h0M150 98h0M181 80h0M216 67h0M252 61h0M288 61h0",
  "M324 67h0M359 80h0M390 98h0M418 122h0M442 150h0M460 181h0M473 216h0M479 252h0M21 251h0",
  "M26 214h0M37 179h0M53 145h0M75 114h0M100 87h0M129 63h0M162 45h0M196 31h0M233 23h0",
  "M270 20h0M307 23h0M344 31h0M378 45h0M411 63h0M440 87h0M465 114h0M487 145h0M503 179h0",
  "M514 214h0M519 251h0",
].join("");
