import { Link } from "@remix-run/react";
import { type AnchorHTMLAttributes, createContext, useContext } from "react";

/** True inside the hydrated office. Public pages have no JavaScript, so there a link is a link. */
export const ClientNavigation = createContext(false);

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** One link for all components. In the office it loads the next office page in place; documents and public pages open as usual. */
export function Anchor({ href, ...rest }: Props) {
  const isHydrated = useContext(ClientNavigation);
  const opensElsewhere = rest.target !== undefined || rest.download !== undefined;
  return isHydrated && isOfficePage(href) && !opensElsewhere ? (
    <Link to={href} {...rest} />
  ) : (
    <a href={href} {...rest} />
  );
}

const isOfficePage = (href: string) => /^(\/o\/|\?|\.)/.test(href) && !/\.\w+$/.test(href.replace(/[?#].*/, ""));
