import type { Page } from "playwright-core";

type Ears = { url: string; report: (problem: string) => void };

/** Documents and forms may be refused, which the test itself expects; a style sheet or a picture may not. */
const ANSWERS = new Set(["document", "fetch", "xhr"]);

/** Hears what a person at the screen does not see: errors, refusals of the security policy, strangers asked. */
export function listen(page: Page, { url, report }: Ears) {
  page.on("pageerror", (error) => {
    // Remix, told of a press before the data of the last one have come: it drops the older question. Nothing of ours aborts.
    if (error.message !== "signal is aborted without reason") report(`error in a script: ${error.message}`);
  });
  page.on("console", (message) => {
    // Said again, and better, by the listener for responses.
    if (message.text().startsWith("Failed to load resource")) return;
    if (["error", "warning"].includes(message.type())) report(`console ${message.type()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    const [status, request] = [response.status(), response.request()];
    const expected = status < 500 && ANSWERS.has(request.resourceType());
    if (status >= 400 && !expected) report(`${status} for ${request.method()} ${withoutOrigin(response.url(), url)}`);
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(`${url}/`) && !address.startsWith("data:")) report(`asks a stranger: ${address}`);
  });
  page.on("dialog", (dialog) => {
    report(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

const withoutOrigin = (address: string, url: string) => address.replace(url, "");
