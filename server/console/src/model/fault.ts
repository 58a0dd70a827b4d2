/** Brings the first thing at fault in `form` into sight: the field that a problem belongs to, else the notice. */
export function showFault(form: HTMLElement): boolean {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, select, textarea)');
  field?.focus();
  const fault = field ?? form.querySelector('[aria-invalid="true"], [role="alert"], .notice-error');
  fault?.scrollIntoView({ block: 'center' });
  return fault !== null;
}
