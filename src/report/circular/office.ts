import * as z from 'zod'

/** Who issues circulars and sheets, with every blank filled in. */
export const officeShape = z
  .strictObject({
    name: z.string().describe('发文机关'),
    numberPrefix: z.string().describe('机关代字, as in 云政办函〔2026〕9号'),
    addressee: z.string().describe('主送机关'),
    copyTo: z.string().describe('抄送; empty for nobody'),
    contactPerson: z.string(),
    contactTelephone: z.string(),
  })
  .readonly()

/** The office that issues circulars and sheets. */
export type Office = z.output<typeof officeShape>

/** What audit.yaml says of the office; null where it says nothing. */
export type OfficeSettings = { readonly [Key in keyof Office]: string | null }

/** The office of a city: what the settings leave open is made from the city's name. */
export const officeOf = (settings: OfficeSettings, city: string): Office => ({
  name: settings.name ?? `${city}人民政府办公厅`,
  numberPrefix: settings.numberPrefix ?? `${[...city][0] ?? ''}政办函`,
  addressee: settings.addressee ?? '各区县人民政府，市政府各部门，各有关单位',
  copyTo: settings.copyTo ?? '',
  contactPerson: settings.contactPerson ?? '',
  contactTelephone: settings.contactTelephone ?? '',
})
