import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { Anchor } from "./anchor";
import { joinClasses } from "./join-classes";

type Look = {
  look?: "primary" | "quiet" | "danger";
  small?: boolean;
  wide?: boolean;
  icon?: boolean;
  /** Said after the visible word, so that twenty equal buttons of a list differ for a screen reader. */
  about?: string;
  /** A visible key, as on the live page. */
  kbd?: string;
};

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean };

export function Button({ look, small, wide, icon, about, kbd, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      {...rest}
      aria-busy={busy || undefined}
      className={classes({ look, small, wide, icon }, className)}
    >
      <Content {...{ about, kbd }}>{children}</Content>
    </button>
  );
}

type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & Look & { href: string };

export function LinkButton({ look, small, wide, icon, about, kbd, className, children, ...rest }: LinkButtonProps) {
  return (
    <Anchor {...rest} className={classes({ look, small, wide, icon }, className)}>
      <Content {...{ about, kbd }}>{children}</Content>
    </Anchor>
  );
}

function Content({ about, kbd, children }: Pick<Look, "about" | "kbd"> & { children: ReactNode }) {
  return (
    <>
      {kbd && <span className="kbd">{kbd}</span>}
      {kbd && " "}
      {children}
      {about && <span className="vh"> – {about}</span>}
    </>
  );
}

const classes = ({ look, small, wide, icon }: Look, more?: string) =>
  joinClasses("btn", look && `btn--${look}`, small && "btn--small", wide && "btn--wide", icon && "btn--icon", more);
