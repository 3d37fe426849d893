import { expect, test } from "vitest";
import { deviceOf } from "~/platform/device";

const M = "Mozilla/5.0";
const KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)";
const MAC = "(Macintosh; Intel Mac OS X 10_15_7)";

test.each([
  [`${M} (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0`, "Firefox, Windows"],
  [`${M} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox, Linux"],
  [`${M} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/141.0.0.0 Safari/537.36`, "Chrome, Windows"],
  [`${M} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`, "Edge, Windows"],
  [`${M} (Windows NT 10.0) ${KHTML} Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`, "Opera, Windows"],
  [
    `${M} (Linux; Android 14; SM-S911B) ${KHTML} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
    "Samsung Internet, Android",
  ],
  [`${M} (Linux; Android 10; K) ${KHTML} Chrome/141.0.0.0 Mobile Safari/537.36`, "Chrome, Android"],
  [`${M} ${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`, "Safari, macOS"],
  [
    `${M} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`,
    "Safari, iPhone",
  ],
  [
    `${M} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1`,
    "Chrome, iPhone",
  ],
  [
    `${M} (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15`,
    "Firefox, iPad",
  ],
  [`${M} (X11; CrOS x86_64 14541.0.0) ${KHTML} Chrome/141.0.0.0 Safari/537.36`, "Chrome, ChromeOS"],
  ["curl/8.5.0", ""],
  ["<script>Firefox</script>", ""],
  ["x".repeat(100_000), ""],
  ["", ""],
  [null, ""],
])("%s", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
