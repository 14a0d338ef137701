extension ZaakPage {
    /// All forms of the page that unfold; the one that was refused stands open.
    var sheets: [Sheet] {
        let ofTaken = taken.flatMap { [$0.deviation?.sheet, $0.taking?.from?.sheet] }
        let ofZaak = [acts?.suspension, acts?.prolongation, acts?.closing, acts?.reopening, acts?.assignment]
        let ofPerson = [contacting?.sheet, contacting?.calling, person.pausing, notes.writing, planner?.sheet]
        let others = (acts?.reports ?? []).map(\.sheet) + documents.sheets + decisions.compactMap(\.revision)
        return (ofTaken + ofZaak + ofPerson).compactMap(\.self) + others
    }
}
