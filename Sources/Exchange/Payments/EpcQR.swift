public import Basics

/// The text of a payment QR code (EPC 069-12, version 2): a bank app reads it as a filled-in transfer.
public struct EpcQR: Hashable, Sendable {
    public let payload: String

    /// What to pay whom; `nil` when the name is empty or too long, or the amount is not from 0.01 to 999,999,999.99.
    public init?(
        name: String, iban: IBAN, amount: Money, reference: CreditorReference?, text: String = "", bic: BIC? = nil
    ) {
        guard !name.isEmpty, name.count <= 70, !name.contains(where: \.isNewline), text.count <= 140,
            !text.contains(where: \.isNewline), amount > .zero, amount.cents <= 99_999_999_999
        else { return nil }
        let lines = [
            "BCD", "002", "1", "SCT", bic?.text ?? "", name, iban.text, "EUR\(amount)", "", reference?.text ?? "",
            reference == nil ? text : "",
        ]
        let payload = lines.joined(separator: "\n")
        guard payload.utf8.count <= 331 else { return nil }
        self.payload = payload
    }
}
