import { AfterNo, Misread, Newcomer, NoNoteHere } from '@/components/answered';
import { NobodyHere } from '@/components/empty-state';
import { SiteQuestion } from '@/components/site-question';
import { useHost } from '@/lib/ui/host';
import { useTeaching } from '@/lib/ui/queries';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

type Props = { model: SidebarModel };

/** Who the page shows, by a reading that nobody has seen to be right here. A lesson asks the same of what it is to be. */
export function NewSite({ model: { page, commands } }: Props) {
  const teaching = useTeaching().data?.teaching ?? false;
  if (page.state !== 'customer' || !page.askSite || teaching) return null;
  const { key, name, customer } = page;
  return (
    <SiteQuestion
      name={name}
      identifiers={customer.identifiers}
      onAnswer={(right) => void commands.answerSite(key, right)}
    />
  );
}

/** What the rep answered of this page, as long as it can be taken back. */
export function PageAnswer({ model: { page, view, commands } }: Props) {
  if (page.state === 'customer' && page.newcomer && !view?.call?.pageDiffers) {
    const { key, name, customer } = page;
    const again = () => void commands.chooseAgain(key);
    return <Newcomer name={name} identifiers={customer.identifiers} onChooseAgain={again} />;
  }
  if (page.state !== 'nobody' || !page.of) return null;
  const { key, name, why } = page.of;
  if (why === 'newcomer')
    return <Newcomer name={name} identifiers={[]} onChooseAgain={() => void commands.chooseAgain(key)} />;
  return why === 'misread' ? <Misread onUndo={() => void commands.answerSite(key, null)} /> : null;
}

/** Nobody shows, and what there is to do about it. */
export function NobodyShown({ model: { page, commands } }: Props) {
  const { openPractice } = useHost();
  const teaching = useTeaching().data?.teaching ?? false;
  const onTeach = teaching ? null : () => void commands.teach();
  const why = page.state === 'nobody' ? page.of?.why : undefined;
  if (why === 'newcomer') return <NoNoteHere />;
  return why === 'misread' ? (
    <AfterNo onTeach={onTeach} />
  ) : (
    <NobodyHere onTeach={onTeach} onPractice={openPractice} />
  );
}
