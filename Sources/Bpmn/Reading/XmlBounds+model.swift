public import Xml

extension XmlBounds {
    /// For process models: twenty times the largest of the interchange working group, so that checking what is let in stays a matter of a second.
    public static let model = XmlBounds(elements: 50_000, total: 64 << 20)
}
