// Runs only where scripts of Streamlit's kind do not: browsers without modules pass every other script by.
document.documentElement.setAttribute("data-arrival", "outdated");
