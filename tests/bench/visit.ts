import { type OpenHouse, openHouse } from '#app/console/open-house.ts'
import { readSettings } from '#workflows/settings.ts'

/** The house of a running server, seen from beside it: its keys, its database with the rights of the server. */
export const visitHouse = (dataDir: string): Promise<OpenHouse> =>
  openHouse(readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), { as: 'visit', say: () => {} })
