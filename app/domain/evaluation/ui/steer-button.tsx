import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form-pieces";
import type { ScreenMode } from "~db/vocabulary";

type Props = {
  formKey: string;
  mode: ScreenMode;
  motionId?: string | null;
  /** By which the keyboard finds it; one on a page. */
  dataKey?: string;
  kbd?: string;
  about?: string;
  small?: boolean;
  children: ReactNode;
};

/** Names what is to be shown, not a direction, so that pressing twice shows it once. */
export function SteerButton({ formKey, mode, motionId, dataKey, children, ...look }: Props) {
  const isSlide = mode !== "agenda" && mode !== "blank";
  return (
    <PostForm formKey={formKey} className="" hidden={{ intent: "steer", mode, ...(motionId ? { motionId } : {}) }}>
      <Button {...look} data-key={dataKey} disabled={isSlide && !motionId}>
        {children}
      </Button>
    </PostForm>
  );
}
