import { useNavigate } from "@remix-run/react";
import { type AnchorHTMLAttributes, createContext, useContext, useEffect } from "react";

/** True inside the hydrated office. Public pages have no JavaScript, so there a link is a link. */
export const ClientNavigation = createContext(false);

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/**
 * One link for all components. In the office it opens the next office page in place (`useLinksInPlace`); documents and
 * public pages open as usual. Plain, because Remix's own costs as much as all else in a row of a list.
 */
export function Anchor({ href, ...rest }: Props) {
  const isHydrated = useContext(ClientNavigation);
  const opensElsewhere = rest.target !== undefined || rest.download !== undefined;
  // Remix asks for the routes behind such links ahead of the click.
  const inPlace = isHydrated && !opensElsewhere && isOfficePage(href);
  return <a data-discover={inPlace || undefined} {...rest} href={href} />;
}

const isOfficePage = (href: string) => /^(\/o\/|\?|\.)/.test(href) && !/\.\w+$/.test(href.replace(/[?#].*/, ""));

/** One listener for all links of the office. What a browser does with keys and other buttons stays the browser's. */
export function useLinksInPlace() {
  const navigate = useNavigate();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-discover]") : null;
      const isPlain = event.button === 0 && !event.metaKey && !event.altKey && !event.ctrlKey && !event.shiftKey;
      if (!link || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      const { pathname, search, hash, href } = link;
      navigate(pathname + search + hash, { replace: href === window.location.href });
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [navigate]);
}
