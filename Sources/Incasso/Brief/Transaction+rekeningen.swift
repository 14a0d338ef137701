import Basics
import Database
import Recht

extension Transaction {
    /// To whom the amount of a letter is paid where several creditors have a claim: each its account and its part, in
    /// proportion to what is open to it.
    func rekeningen(of claims: [Vordering], for amount: Money, by template: String) throws -> [JSON] {
        let groups = Dictionary(grouping: claims, by: \.schuldeiser).sorted { $0.key < $1.key }
        let open = groups.map { group in
            group.value.map { template == Brief.veertiendagenbrief ? $0.saldo.hoofdsom : $0.saldo.totaal }.sum
        }
        return try zip(groups, amount.split(by: open)).compactMap { group, part in
            guard let creditor = try schuldeisers.find(group.key), let first = group.value.first else { return nil }
            return [
                "naam": .string(creditor.naam), "iban": .string(creditor.iban), "bedrag": JSON(part),
                "kenmerk": .string(first.kenmerk),
            ]
        }
    }
}
