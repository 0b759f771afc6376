/**
 * Adds to each page's sidebar the part that follows the spec. In Astro's configuration, which is read once, a changed
 * operation would restart the dev server.
 */
import type { StarlightRouteData } from "@astrojs/starlight/route-data";
import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import navigation from "../.site/navigation.json";
import type { Entry, Group, Navigation } from "../reference/navigation.ts";

type Sidebar = StarlightRouteData["sidebar"];
type SidebarEntry = Sidebar[number];
type SidebarLink = Extract<SidebarEntry, { type: "link" }>;

const { reference, errors }: Navigation = navigation;

export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const route = locals.starlightRoute;
  // Before the last group, "More".
  route.sidebar = route.sidebar.toSpliced(
    -1,
    0,
    group({ label: "Reference", items: [overview, ...reference] }, url.pathname),
    group({ label: "Error codes", items: errors }, url.pathname),
  );
  // Starlight opens the groups around the current page. Where there is none, such as at home, the first one is open.
  if (!flatten(route.sidebar).some(({ isCurrent }) => isCurrent)) {
    route.sidebar = route.sidebar.map((entry, index) =>
      entry.type === "group" ? { ...entry, collapsed: index > 0 } : entry,
    );
  }
  route.pagination = neighbours(route.sidebar);
});

const overview: Entry = { label: "Overview", link: "/reference/" };

function group({ label, items }: Group, path: string): SidebarEntry {
  const entries = items.map((item) => ("items" in item ? group(item, path) : link(item, path)));
  return { type: "group", label, entries, collapsed: true, badge: undefined };
}

function link({ label, link: href, badge }: Entry, path: string): SidebarLink {
  const isCurrent = encodeURI(href) === path;
  return {
    type: "link",
    label,
    href,
    isCurrent,
    badge: badge === undefined ? undefined : { variant: "default", ...badge },
    attrs: {},
  };
}

/** The pages before and after the current one. */
function neighbours(sidebar: Sidebar): StarlightRouteData["pagination"] {
  const links = flatten(sidebar);
  const index = links.findIndex(({ isCurrent }) => isCurrent);
  return { prev: links[index - 1], next: index === -1 ? undefined : links[index + 1] };
}

const flatten = (entries: Sidebar): SidebarLink[] =>
  entries.flatMap((entry) => (entry.type === "group" ? flatten(entry.entries) : entry));
