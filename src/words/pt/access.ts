/** As `en/access.ts`. */
export const access = {
  "command.back": "Voltar para onde estava",
  "command.forward": "Avançar de novo",
  "trail.noneBack": "Não há nada mais para trás.",
  "trail.noneForward": "Não há nada mais para a frente.",
  "crumbs.label": "Onde você está",
  "crumbs.search": "Busca: {text}",
};
