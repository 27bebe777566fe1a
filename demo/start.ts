// The first line comes before the rest is loaded, which takes a second or two.
if (!process.argv.includes('--help'))
  console.log('Heed demo: starting the store, a CRM and a browser. Ctrl+C ends it all.');
const { main } = await import('./main');
process.exitCode = await main(process.argv.slice(2));

export {};
