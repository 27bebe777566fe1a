import pino from 'pino';
import { companyOf } from './auth/company/read-company-env';
import { businessClock } from './business-clock';
import { bucketOf, parseEnv } from './env';
import { startServer } from './start-server';

async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const log = pino({ level: env.HEED_LOG_LEVEL, base: null }, pino.destination({ dest: 2, sync: true }));
  const server = await startServer({
    host: env.HEED_HOST,
    port: env.HEED_PORT,
    publicUrl: env.HEED_PUBLIC_URL,
    dataDir: env.HEED_DATA,
    databaseUrl: env.DATABASE_URL,
    bucket: bucketOf(env),
    asOf: env.HEED_AS_OF === undefined ? undefined : businessClock(env.HEED_AS_OF).now(),
    redirectUris: env.HEED_REDIRECT_URIS,
    secret: env.HEED_SECRET,
    company: companyOf(env),
    passwordsFor: env.HEED_PASSWORDS_FOR,
    organisation: {
      name: env.HEED_ORGANISATION,
      defaultRegion: env.HEED_REGION,
      currency: env.HEED_CURRENCY,
      generated: false,
    },
    log,
  });
  log.info({ url: server.url }, 'the store is ready');
  const stop = () => {
    log.info({}, 'stopping');
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
