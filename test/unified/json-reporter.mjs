/** A reporter for remark-cli: what messages say, as JSON. */
export default (files) =>
  JSON.stringify(
    files.map(({path, messages}) => ({
      path,
      messages: messages.map(({ruleId, source, place, fatal, reason}) => ({ruleId, source, place, fatal, reason})),
    })),
  )
