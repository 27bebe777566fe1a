import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const permissionSet = z.looseObject({ explicit_host: z.array(z.string()).optional() });
const preferencesSchema = z.looseObject({
  extensions: z.looseObject({
    settings: z.record(
      z.string(),
      z.looseObject({
        active_permissions: permissionSet.optional(),
        granted_permissions: permissionSet.optional(),
        runtime_granted_permissions: permissionSet.optional(),
      }),
    ),
  }),
});

const SETS = ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'] as const;

/**
 * Writes optional host permissions into a closed profile, as if the user had said yes: a permission prompt can't be
 * clicked in headless Chromium, yet tests must run the unmodified store build.
 * @param origins match patterns, `http://127.0.0.1:8788/*`
 */
export async function grantOrigins(
  profileDir: string,
  extensionId: string,
  origins: readonly string[],
): Promise<void> {
  const file = join(profileDir, 'Default', 'Preferences');
  const preferences = preferencesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const settings = preferences.extensions.settings[extensionId];
  if (!settings) throw new Error(`The profile does not know the extension ${extensionId}`);
  for (const name of SETS) {
    const set = settings[name] ?? {};
    set.explicit_host = [...new Set([...(set.explicit_host ?? []), ...origins])];
    settings[name] = set;
  }
  await writeFile(file, JSON.stringify(preferences));
}
