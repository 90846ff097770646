/** The way to the clipboard. Leaves what is copied, and saying whether it was, to the elements. */

/** Puts a text on the clipboard; whether that was possible. Asked for by a reader's action only: browsers allow no other. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without TLS and frames without the permission have the old way only.
    let isCopied = false;
    const onCopy = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
      isCopied = true;
    };
    addEventListener('copy', onCopy, { capture: true });
    isCopied = document.execCommand('copy') && isCopied;
    removeEventListener('copy', onCopy, { capture: true });
    return isCopied;
  }
}
