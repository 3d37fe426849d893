import { Tabs } from "~/ui/office-shell";
import { settings } from "../messages.pl";

const TABS = [
  { name: "unit", to: "", label: settings.tabUnit },
  { name: "members", to: "/members", label: settings.tabMembers },
  { name: "phrases", to: "/phrases", label: settings.tabPhrases },
  { name: "notices", to: "/notices", label: settings.tabNotices },
  { name: "retention", to: "/retention", label: settings.tabRetention },
  { name: "persons", to: "/persons", label: settings.tabPersons },
  { name: "audit", to: "/audit", label: settings.tabAudit },
] as const;

type Props = { path: string; current: (typeof TABS)[number]["name"] };

export const SettingsTabs = ({ path, current }: Props) => (
  <Tabs
    label={settings.tabs}
    items={TABS.map(({ name, to, label }) => ({ href: `${path}${to}`, label, current: current === name }))}
  />
);
