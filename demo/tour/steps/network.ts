import type { TourStep } from '../tour';

const FOOTER = /unsent/;

export const loseNetwork: TourStep = {
  title: 'The network is cut, and Ana wraps up all the same',
  picture: 'waiting',
  async run({ ana, network, story, see }) {
    await network.cut();
    await ana.sidebar.button(/^Wrap up/).click();
    await see('Heed says', ana.sidebar.announced, /^Note on .* saved on this computer/);
    await see('the last line', ana.sidebar.footer, {
      that: 'offline, one unsent',
      holds: (line) => line.startsWith('offline') && line.includes('1 unsent'),
    });
    await see('still about', ana.sidebar.name, story.name);
  },
};

export const regainNetwork: TourStep = {
  title: 'The network is back; the note goes out by itself',
  picture: 'sent',
  async run({ ana, network, see }) {
    await network.restore();
    await see(
      'the last line',
      ana.sidebar.footer,
      {
        that: 'online, nothing unsent',
        holds: (line) => line.startsWith('online') && FOOTER.test(line) && line.includes('0 unsent'),
      },
      120_000,
    );
  },
};
