/** Who answers our acknowledgement quotes its link, which is not for whoever reads the report. */
export const withoutLinks = (text: string): string => text.replace(/(from-mail\?t=)[\w%-]+/g, '$1…')
