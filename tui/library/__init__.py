"""What is kept between two readings of an article."""
