import { messages } from "./messages.pl";

export const SkipLink = () => (
  <a className="skip" href="#tresc">
    {messages.skip}
  </a>
);
