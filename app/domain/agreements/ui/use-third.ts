import { type FormEvent, useState } from "react";
import { formatMoney } from "~/platform/language";
import { messages } from "../messages.pl";
import { completePrice, type TypedPrice } from "../rules.terms";
import { amountField, servicesField, unitPriceField } from "../schema";

type Name = keyof TypedPrice;
const FIELDS = { amountGrosze: amountField, services: servicesField, unitPriceGrosze: unitPriceField };

/** While two of the three numbers of a price are typed, says what the third is. */
export function useThird() {
  const [hints, setHints] = useState<Partial<Record<Name, string>>>({});
  function onInput({ currentTarget }: FormEvent<HTMLElement>) {
    const form = currentTarget.closest("form");
    if (form) setHints(hintsFor(new FormData(form)));
  }
  return { hints, onInput };
}

function hintsFor(form: FormData): Partial<Record<Name, string>> {
  const typed = (name: Name) => {
    const read = FIELDS[name].safeParse(String(form.get(name) ?? ""));
    return read.success ? read.data : null;
  };
  const asked = {
    amountGrosze: typed("amountGrosze"),
    services: typed("services"),
    unitPriceGrosze: typed("unitPriceGrosze"),
  };
  const price = completePrice(asked);
  if (!price.ok) return {};
  const { amountGrosze, services } = price.value;
  if (asked.amountGrosze === null) return { amountGrosze: messages.follows(formatMoney(amountGrosze)) };
  if (asked.services === null) return { services: messages.follows(String(services)) };
  return asked.unitPriceGrosze === null ? { unitPriceGrosze: messages.follows(messages.price(price.value)) } : {};
}
