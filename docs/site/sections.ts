/** The sections of the site, as headers link to them; a page below the address `below` is in the section. */
export const sections = [
  { label: "Guides", href: "/guides/quickstart/", below: "/guides/" },
  { label: "Reference", href: "/reference/", below: "/reference/" },
  { label: "Error codes", href: "/errors/", below: "/errors/" },
  { label: "Changelog", href: "/changelog/", below: "/changelog/" },
] as const;
