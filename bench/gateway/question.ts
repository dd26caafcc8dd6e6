/** The read that is measured: 20 daycares with agreements and people, of three subgraphs, each time from another place on. */
export const question = `query Page($after: Cursor, $accesses: Int, $people: Int) {
  daycares(first: 20, after: $after) {
    nodes {
      number name status ownership version validFrom
      municipality { code name }
      ... on PlacementUnit { type email phone acceptsUsers address { street houseNumber postalCode town } }
      dataAccesses(first: $accesses) {
        nodes { id state daycareNumber categories activeSince service { code name } system { id name } }
        pageInfo { hasNextPage endCursor }
      }
      people(first: $people) {
        nodes { id role from localPersonId birthDate name { first family } groups { id name type } person { uniId } }
        pageInfo { hasNextPage endCursor }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const variablesOf = (turn: number) => ({ after: `c${turn}`, accesses: 1, people: 1 + (turn % 2) });
