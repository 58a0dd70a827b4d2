/** Brings the first thing at fault in `form` into sight: the field that a problem belongs to, else the notice. */
export function showFault(form: HTMLElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  (field ?? form.querySelector('[role="alert"], .notice'))?.scrollIntoView({ block: 'center' });
}
