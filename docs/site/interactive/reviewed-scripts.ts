/**
 * The scripts that pages may hold inline, each read by a person: the policy allows these hashes, and the build fails on any
 * other script. To add one, read it, and say here whose it is and what it does.
 */

/** A policy's source expression of a script, and its purpose. */
export type Reviewed = ReadonlyMap<string, string>;

/** Starlight 0.37.7, in the guides and the static reference. */
export const pageScripts: Reviewed = new Map([
  [
    "'sha256-VWo5Wp4aqSj6nSgMpeAp9cKieaoIfwFUAunAVugI5gA='",
    "sets the theme that was stored, before the page is painted",
  ],
  ["'sha256-GkZBRnvSuhtx/cvzvukVkX2JJZW+DdPlVr7BX8Tefqo='", "shows that theme in the pickers"],
  ["'sha256-wX2yOADeV+NMngflD5uYi3vl50SHC4sfM1EmylVjlX4='", "restores which groups of the sidebar are open"],
  ["'sha256-7eCV4jtsr4t4knb3c4FCRPeu7GGZeOUGE3XvWix0XOQ='", "restores how far the sidebar is scrolled"],
  ["'sha256-OizSKqsU+f0G4vojbxNt0Lao3kUpTmCLQSv3y6P7qhQ='", "shows the tab that was chosen before"],
]);

/** Redoc 3.0.1, of @redocly/cli 2.77.0, in the interactive reference. */
export const interactiveScripts: Reviewed = new Map([
  ["'sha256-jwomWTwW+cbYvvb/uqmFRuOGL0FhXkaW0iynbO3M6Oc='", "sets the colour mode that was stored"],
]);

/** Redoc itself, as far as the spec, which is data behind it. */
export const redocBundle = "'sha256-TwJnsDRyxd8KTZMVodagIlLRAkQCU5g23ERw3I3EFLs='";
