import type { Locator, Page } from 'playwright-core';

/** A rectangle of the page, in CSS pixels. */
export interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
}

/** The card with its open menu, as far as its column shows it, or what there is of a dialog. */
export async function visibleBox(page: Page, part: Locator): Promise<Box> {
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const window = { x: 0, y: 0, width, height };
    const dialog = await part.locator('[class^=slds-modal__]:not(.slds-modal__container)').all();
    if (dialog.length > 0) return overlapOf(around(await Promise.all(dialog.map(boxOf))), window);
    const menus = await part.locator('.slds-dropdown').filter({ visible: true }).all();
    const card = around(await Promise.all([part, ...menus].map(boxOf)));
    const column = await boxOf(page.locator('[data-region=component]'));
    return overlapOf(card, overlapOf({ ...window, y: column.y, height: column.height }, window));
}

function around(boxes: readonly Box[]): Box {
    const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    return { x, y, width: right - x, height: bottom - y };
}

function overlapOf(one: Box, other: Box): Box {
    const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
    const right = Math.min(one.x + one.width, other.x + other.width);
    const bottom = Math.min(one.y + one.height, other.y + other.height);
    return { x, y, width: right - x, height: bottom - y };
}

/** @throws Error when the part is not to be seen */
export async function boxOf(part: Locator): Promise<Box> {
    const box = await part.filter({ visible: true }).boundingBox();
    if (box === null) throw new Error(`${String(part)} is not to be seen.`);
    return box;
}
