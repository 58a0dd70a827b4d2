/** Short messages at the edge of the page, some with a way back. */
export interface Notice {
  id: number;
  text: string;
  tone: 'good' | 'error';
  action?: { label: string; run: () => void };
}

const shownMs = 8000;

class Notices {
  list = $state.raw<Notice[]>([]);
  #last = 0;

  say(text: string, action?: Notice['action']): void {
    const id = this.#add({ text, tone: 'good', ...(action && { action }) });
    setTimeout(() => this.close(id), action ? shownMs * 2 : shownMs);
  }

  /** Failures stay until they are closed. */
  fail(text: string): void {
    this.#add({ text, tone: 'error' });
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  #add(notice: Omit<Notice, 'id'>): number {
    const id = ++this.#last;
    this.list = [...this.list, { id, ...notice }];
    return id;
  }
}

export const notices = new Notices();
