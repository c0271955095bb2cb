import { BLOCK_USER_PLANTS } from './plants/block-user.ts';
import { OPERATION_PLANTS } from './plants/operations.ts';
import type { Plant } from './plants/plant.ts';
import { SIGHT_PLANTS } from './plants/sights.ts';

/** One at least for every property, and for everything that a bound lets happen. */
export const PLANTS: readonly Plant[] = [...BLOCK_USER_PLANTS, ...OPERATION_PLANTS, ...SIGHT_PLANTS];
