import { Tabs } from "~/ui/office-shell";
import { settings } from "../messages.pl";

export const SettingsTabs = ({ path, current }: { path: string; current: "unit" | "members" | "phrases" }) => (
  <Tabs
    label={settings.tabs}
    items={[
      { href: path, label: settings.tabUnit, current: current === "unit" },
      { href: `${path}/members`, label: settings.tabMembers, current: current === "members" },
      { href: `${path}/phrases`, label: settings.tabPhrases, current: current === "phrases" },
    ]}
  />
);
