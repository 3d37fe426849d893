import { addDays, warsawDate } from "~/platform/time";
import { openBrowser, type PersonOptions } from "../harness/browser";
import { type Mailbox, startMailbox } from "../harness/mailbox";
import type { Person } from "../harness/person";
import { type Service, startService } from "../harness/service";

/** Two months from the day on which the test runs: letters, answers and seats are all still open. */
export const STARTS_ON = addDays(warsawDate(new Date()), 60);

export const CLERK = "protokolant@lezyce.test";
export const SECRET = "W bramie przy Ciemnej handluje się wieczorami, stoi tam granatowe auto.";
export const LAMP = "Latarnia przy przystanku nie świeci od tygodni.";

/** What one step leaves for the next: the people at their screens, and the addresses they have come to know. */
export type Story = {
  mailbox: Mailbox;
  service: Service;
  browser: Awaited<ReturnType<typeof openBrowser>>;
  organizer: Person;
  clerk: Person;
  unit: string;
  /** The office's address of the debate. */
  debate: string;
  publicPage: string;
  motionPage: string;
  task: string;
};

/** `everybody`: what holds for each person of this telling, whatever they would have had otherwise. */
export async function beginStory(story: Story, everybody: PersonOptions = {}) {
  story.mailbox = await startMailbox();
  story.service = await startService({ mailbox: story.mailbox });
  const browser = await openBrowser(story.service);
  story.browser = { ...browser, person: (options) => browser.person({ ...options, ...everybody }) };
  story.organizer = await story.browser.person();
}

export async function endStory({ browser, service, mailbox }: Partial<Story>) {
  await browser?.close();
  await service?.stop();
  await mailbox?.stop();
}

export const press = (person: Person, name: string | RegExp) =>
  person.page.getByRole("button", { name }).first().click();

/** Presses it and waits until the server has answered, for when what is seen next says nothing of it. */
export const send = (person: Person, name: string | RegExp) =>
  Promise.all([
    person.page.waitForResponse((response) => response.request().method() === "POST"),
    press(person, name),
  ]).then(([response]) => response);

/** The first link of a letter; a letter without one is told by its subject. */
export function linkIn({ links: [link], subject }: { links: string[]; subject?: string }) {
  if (!link) throw new Error(`No link in the letter „${subject}”`);
  return link;
}

export const pathOf = (person: Person) => new URL(person.page.url()).pathname;
