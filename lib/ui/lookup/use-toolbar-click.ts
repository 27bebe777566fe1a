import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ToolbarClick } from '@/lib/messaging/lookup-methods';
import { useHost } from '@/lib/ui/host';

/** What a click on Heed's button in the toolbar does, and how that is changed. */
export function useToolbarClick() {
  const host = useHost();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['toolbar click'],
    queryFn: () => host.call('toolbar.click', {}),
  });
  return {
    click: data?.click,
    /** @returns false where it couldn't be saved */
    set: async (click: ToolbarClick): Promise<boolean> => {
      try {
        await host.call('toolbar.setClick', { click });
        return true;
      } catch {
        return false;
      } finally {
        await client.invalidateQueries({ queryKey: ['toolbar click'] });
      }
    },
  };
}
