/// Planning what someone pays a month, over all their zaken.
enum RegelingPaths {
    static let planner = Path("/klanten/{klant}/regeling")
    static let adoption = Path("/klanten/{klant}/regeling/voorstel")

    static let all = [planner, adoption]
}
