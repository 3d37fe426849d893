import { isWorkingDay } from "./holidays";
import { warsawDate, warsawTime } from "./warsaw";

/** Letters that nobody asked for arrive when somebody is at the desk: from 8.00 until 18.00 in Poland, on working days. */
const OPENS = "08:00";
const CLOSES = "18:00";

export const isQuiet = (now: Date) => {
  const time = warsawTime(now);
  return time < OPENS || time >= CLOSES || !isWorkingDay(warsawDate(now));
};
